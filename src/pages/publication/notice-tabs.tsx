import type { Actor } from '../../lifecycle/people';
import { Tabs } from '../desks/tabs';
import { isPlaceOf } from '../frame/navigation';

const COMMENTS = '/desk/comments';
const TABS = [
  { href: '/desk/notices', label: '公示' },
  { href: '/desk/notices/candidates', label: '可公示的提案' },
  { href: '/desk/old-notices', label: '往年公示' },
  { href: COMMENTS, label: '公众留言' },
];

/** The parts of the desk of publication. Comments are for whoever answers or audits them. */
export function NoticeTabs({ actor, current }: { actor: Actor; current: string }) {
  const tabs = TABS.filter(({ href }) => href !== COMMENTS || isPlaceOf(actor, COMMENTS));
  return <Tabs name="公示工作" tabs={tabs.map((tab) => ({ ...tab, current: tab.href === current }))} />;
}
