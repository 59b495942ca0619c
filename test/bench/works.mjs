const SOME = 50;

/** What is measured: the requests of each work, and the share of the limit it has to reach. */
export function worksOf({ committee, handlers, whole, examined, notice }) {
  const get = (path, token) => ({ method: 'GET', path, headers: { authorization: `Bearer ${token}` } });
  const page = (path, token) => ({
    method: 'GET',
    path,
    headers: { authorization: `Bearer ${token}`, accept: 'text/html' },
  });
  const list = (unitId) => `/api/proposals?stage=handling&unitId=${unitId}`;
  const recommend = (id) => ({
    method: 'POST',
    path: `/api/proposals/${id}/recommend`,
    headers: { authorization: `Bearer ${committee}`, 'content-type': 'application/json' },
    body: JSON.stringify({ outcome: 'file', reason: '选题具体，建议可行，同意立案。' }),
  });
  return [
    {
      name: 'list 20, filter by stage and unit, as committee',
      target: 0.5,
      requests: handlers.map(({ unitId }) => get(list(unitId), committee)),
    },
    {
      name: 'list 20, filter by stage and unit, as unit',
      target: 0.5,
      requests: handlers.map(({ unitId, token }) => get(list(unitId), token)),
    },
    {
      name: 'case with its whole dossier',
      target: 0.4,
      requests: whole.map((id) => get(`/api/proposals/${id}`, committee)),
    },
    {
      name: 'one action through the door (recommend)',
      target: 0.3,
      requests: examined.slice(0, SOME).map(recommend),
    },
    {
      name: 'desk page of 50 rows (limit: the same rows as a template string)',
      target: 0.4,
      requests: handlers.map(({ unitId }) =>
        page(`/proposals?stage=handling&unitId=${unitId}&size=50`, committee),
      ),
    },
    {
      name: 'page of a case (limit: the same rows as a template string)',
      target: 0.4,
      requests: whole.map((id) => page(`/proposals/${id}`, committee)),
    },
    {
      name: 'public notice page (limit: a static file of that size)',
      target: 0.6,
      isFile: true,
      requests: [{ method: 'GET', path: `/notices/${notice}`, headers: {} }],
    },
  ];
}
