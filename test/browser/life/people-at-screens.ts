import type { Person } from '../../support/people';
import type { Screen } from '../../support/screen';
import { Site } from '../../support/site';
import { aWorld, type World } from '../../support/world';

export const SUBJECT = '关于整治老旧小区停车难的建议';

/** Where a case stands, as its page says. */
export interface Standing {
  readonly stage: string;
  readonly next?: string;
  readonly whom?: string;
}

/** One proposal, and each of its people at a screen of their own. */
export class PeopleAtScreens {
  site!: Site;
  world!: World;
  private readonly screens = new Map<Person, Screen>();

  constructor(
    private readonly name: string,
    private readonly javaScriptEnabled: boolean,
  ) {}

  async begin(): Promise<void> {
    this.site = await Site.open();
    this.world = await aWorld(this.site.running);
    await this.site.givePasswords();
  }

  get by(): World['by'] {
    return this.world.by;
  }

  on(day: string): void {
    this.site.running.clock.set(`${day}T01:00:00.000Z`);
  }

  /** Somebody who begins at what they owe; whoever was away for long signs in again. */
  async at(person: Person): Promise<Screen> {
    const { javaScriptEnabled } = this;
    const screen = this.screens.get(person) ?? (await this.site.screen(person, { javaScriptEnabled }));
    this.screens.set(person, screen);
    await screen.open('/');
    return screen;
  }

  /** Somebody of the public, who comes to the door. */
  async stranger(): Promise<Screen> {
    const screen = await this.site.screen(null, { javaScriptEnabled: this.javaScriptEnabled });
    await screen.open('/');
    return screen;
  }

  /** What somebody is told to do, and by when: the lines of their list. */
  async owes(screen: Screen): Promise<string[]> {
    return screen.page.locator('main tbody th[scope=row]').allInnerTexts();
  }

  keep(screen: Screen, name: string): Promise<void> {
    return screen.keep(`life-${this.name}-${name}`);
  }

  get complaints(): string[] {
    return [...this.screens].flatMap(([{ name }, { complaints }]) =>
      complaints.map((it) => `${name}: ${it}`),
    );
  }
}

/** Expects that the page of the case says just this. */
export async function stands({ page }: Screen, standing: Standing): Promise<void> {
  const fact = async (term: string) =>
    (await page.locator(`.case-head div:has(> dt:text-is("${term}")) > dd`).allInnerTexts())[0];
  expect({
    stage: await page.locator('[aria-current=step]').innerText(),
    next: await fact('下一步'),
    whom: await fact('由谁办理'),
  }).toEqual({ next: undefined, whom: undefined, ...standing });
}

/** Chooses one of a group of circles. */
export async function pick({ page }: Screen, group: string, option: string): Promise<void> {
  const named = page.getByRole('group', { name: new RegExp(`^${group}`) });
  await named.getByLabel(option, { exact: true }).check();
}
