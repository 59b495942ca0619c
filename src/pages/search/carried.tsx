import { partsOf, type Searched } from './search-address';

interface Props {
  readonly query: Searched;
  /** What the form asks for anew, or what ends with the page that was looked at. */
  readonly except: readonly string[];
}

/** What a form sends along unseen: the search as it stands. */
export const Carried = ({ query, except }: Props) => (
  <>
    {partsOf(query)
      .filter(([name]) => !except.includes(name))
      .map(([name, text]) => (
        <input type="hidden" name={name} value={text} />
      ))}
  </>
);
