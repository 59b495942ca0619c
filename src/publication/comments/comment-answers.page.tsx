import type { IssuedNotice } from '../notice-pages';
import { publicPage } from '../public-page';
import type { Site } from '../site';

const BackToNotice = ({ notice }: { notice: IssuedNotice }) => (
  <p>
    <a href={`/notices/${notice.id}`}>返回公示：{notice.title}</a>
  </p>
);

export const thanksHtml = (notice: IssuedNotice, site?: Site): string =>
  publicPage(
    '留言已收到',
    <>
      <h1>留言已收到</h1>
      <p>感谢您的留言。提案委审核后将在公示页面公开，并视情况回复。</p>
      <BackToNotice notice={notice} />
    </>,
    { site },
  );

export const closedHtml = (notice: IssuedNotice, site?: Site): string =>
  publicPage(
    '留言已截止',
    <>
      <h1>留言已截止</h1>
      <p>这份公示不再接受留言。如有意见，请按公示所列的来信地址或者联系电话与我们联系。</p>
      <BackToNotice notice={notice} />
    </>,
    { site },
  );
