interface Tab {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

/** The parts of a desk that are pages of their own. */
export const Tabs = ({ name, tabs }: { name: string; tabs: readonly Tab[] }) => (
  <nav class="section-nav" aria-label={name}>
    {tabs.map(({ href, label, current }) => (
      <a href={href} aria-current={current ? 'page' : undefined}>
        {label}
      </a>
    ))}
  </nav>
);
