import type { ComponentChildren } from 'preact';

/** One part of a case's page. */
export interface CaseSection {
  readonly id: string;
  readonly title: string;
  /** Null where there is nothing for this reader. */
  readonly content: ComponentChildren;
}

/** The parts that have something to say, below links that lead to each. */
export function CaseSections({ sections }: { sections: readonly CaseSection[] }) {
  const shown = sections.filter(({ content }) => content !== null && content !== false);
  return (
    <>
      <nav class="section-nav" aria-label="本页内容">
        {shown.map(({ id, title }) => (
          <a href={`#${id}`}>{title}</a>
        ))}
      </nav>
      {shown.map(({ id, title, content }) => (
        <section class="card card-body" aria-labelledby={id}>
          <h2 class="card-title" id={id}>
            {title}
          </h2>
          {content}
        </section>
      ))}
    </>
  );
}

/** One line of `dl.facts`; nothing where nothing is known. */
export const Fact = ({
  name,
  wide,
  children,
}: {
  name: string;
  wide?: boolean;
  children: ComponentChildren;
}) =>
  isBlank(children) ? null : (
    <div class={wide ? 'wide' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );

const isBlank = (children: ComponentChildren): boolean =>
  Array.isArray(children)
    ? children.every(isBlank)
    : children === null || children === undefined || children === '' || children === false;
