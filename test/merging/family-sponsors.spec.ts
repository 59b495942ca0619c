import fc from 'fast-check';
import { type Family, familySponsors } from '../../src/proposals/family';

const sponsor = (sponsorId: number) => ({ sponsorId });
const idsOf = (family: Family<{ sponsorId: number }>) => familySponsors(family).map((each) => each.sponsorId);

describe('The sponsors of a merged case', () => {
  it('are the principal’s own, then those of its followers as they were filed', () => {
    const followers = [[sponsor(3)], [sponsor(4), sponsor(5)]];
    expect(idsOf({ jointOrder: null, principal: [sponsor(1), sponsor(2)], followers })).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  it('begin with those the joint order names', () => {
    const followers = [[sponsor(3)], [sponsor(4)]];
    expect(idsOf({ jointOrder: [4, 1], principal: [sponsor(1), sponsor(2)], followers })).toEqual([
      4, 1, 2, 3,
    ]);
  });

  it('are named once, where they come first', () => {
    const followers = [[sponsor(1)], [sponsor(3), sponsor(2)]];
    expect(idsOf({ jointOrder: [2, 2], principal: [sponsor(1), sponsor(2)], followers })).toEqual([2, 1, 3]);
  });

  it('leave out whom the order names but no case does', () => {
    expect(idsOf({ jointOrder: [9, 1], principal: [sponsor(1)], followers: [] })).toEqual([1]);
  });

  it('are always exactly those of the cases, each once', () => {
    const someone = fc.nat({ max: 6 }).map(sponsor);
    const family = fc.record({
      jointOrder: fc.option(fc.array(fc.nat({ max: 8 }))),
      principal: fc.array(someone),
      followers: fc.array(fc.array(someone)),
    });
    fc.assert(
      fc.property(family, (each) => {
        const all = new Set([...each.principal, ...each.followers.flat()].map(({ sponsorId }) => sponsorId));
        expect(idsOf(each).sort()).toEqual([...all].sort());
      }),
    );
  });
});
