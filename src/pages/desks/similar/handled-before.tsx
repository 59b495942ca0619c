import type { ExperiencedUnit } from '../../../search/similar/earlier.service';

/** Which units have handled the like: a hint for whoever chooses. */
export const HandledBefore = ({ units }: { units: readonly ExperiencedUnit[] }) =>
  units.length === 0 ? null : (
    <div class="alert alert-info">
      <p>办理过相近提案的单位：</p>
      <ul>
        {units.map(({ name, cases }) => (
          <li>
            {name}：
            {cases.map(({ id, subject, session, class: given }, at) => (
              <>
                {at > 0 && '；'}
                <a href={`/proposals/${id}`}>{subject}</a>（{session}
                {given && `，${given}类`}）
              </>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
