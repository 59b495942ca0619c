import { inBrowser } from '../support/site';
import { isAnswered, isHandled } from './life/at-the-units';
import { isPublished } from './life/in-public';
import { PeopleAtScreens } from './life/people-at-screens';
import { isArchived, isRated } from './life/to-the-end';
import { isExaminedAndAssigned, isWritten } from './life/up-to-the-units';

// One proposal and its people, each at a screen of their own: they type no address, and do what the pages offer.
describe.each([
  ['with JavaScript', 'js', true],
  ['without JavaScript', 'plain', false],
])('%s', (_, name, javaScriptEnabled) => {
  inBrowser('The life of one proposal', () => {
    const life = new PeopleAtScreens(name, javaScriptEnabled);
    beforeAll(() => life.begin(), 120_000);
    afterAll(() => life.site?.close());

    isWritten(life);
    isExaminedAndAssigned(life);
    isHandled(life);
    isAnswered(life);
    isRated(life);
    isPublished(life);
    isArchived(life);
  });
});
