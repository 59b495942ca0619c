import { Tabs } from '../desks/tabs';

const TABS = [
  { href: '/desk/notices', label: '公示' },
  { href: '/desk/notices/candidates', label: '可公示的提案' },
  { href: '/desk/old-notices', label: '往年公示' },
  { href: '/desk/comments', label: '公众留言' },
];

/** The parts of the desk of publication. */
export const NoticeTabs = ({ current }: { current: string }) => (
  <Tabs name="公示工作" tabs={TABS.map((tab) => ({ ...tab, current: tab.href === current }))} />
);
