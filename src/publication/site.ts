import type { Rules } from '../proposals/rules';

/** Whose public site it is. */
export interface Site {
  readonly name: string;
  readonly issuer: string;
}

/** Where no committee has been set. */
export const NO_SITE: Site = { name: '政协提案', issuer: '提案委员会' };

/** The committee's full name, as it stands on its letters. */
export const siteOf = ({ handling: { committee } }: Pick<Rules, 'handling'>): Site => ({
  name: `${committee.name}委员会`,
  issuer: committee.issuer,
});
