import { CSRF_FIELD } from '../../platform/web/form-token';

interface Props {
  readonly action: string;
  readonly csrf: string;
  readonly back: string;
  readonly label: string;
  /** What it is done to, for those who hear the button without its row. */
  readonly about: string;
  readonly version?: number;
  readonly fields?: Readonly<Record<string, string | number>>;
  readonly primary?: boolean;
  /** Small in rows of a table. */
  readonly size?: 'normal';
}

/** A deed that asks for nothing more: done with one press, from the row where one stands. */
export const DeedButton = ({
  action,
  csrf,
  back,
  label,
  about,
  version,
  fields = {},
  primary,
  size,
}: Props) => (
  <form method="post" action={action}>
    <input type="hidden" name={CSRF_FIELD} value={csrf} />
    <input type="hidden" name="_back" value={back} />
    {version !== undefined && <input type="hidden" name="version" value={version} />}
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button class={`btn ${primary ? 'btn-primary ' : ''}${size ? '' : 'btn-sm'}`} type="submit">
      {label}
      <span class="visually-hidden">：{about}</span>
    </button>
  </form>
);
