import type { ComponentChildren } from 'preact';

export type Fact = { label: string; value: ComponentChildren; note?: ComponentChildren };

/**
 * A few figures or dates that matter most, large and side by side; one under another on phones. Tiles
 * are all of one width, however many there are.
 */
export const KeyFacts = (o: { facts: readonly Fact[]; tiles?: boolean }) => (
  <dl class={o.tiles ? 'vb-facts vb-facts--tiles' : 'vb-facts'}>
    {o.facts.map((fact) => (
      <div class="vb-facts__fact">
        <dt class="vb-facts__label">{fact.label}</dt>
        <dd class="vb-facts__value">
          {fact.value}
          {fact.note && <span class="vb-facts__note">{fact.note}</span>}
        </dd>
      </div>
    ))}
  </dl>
);

/** Nothing is here, said kindly, with what to do about it. */
export const EmptyState = (o: { title: string; children?: ComponentChildren }) => (
  <div class="vb-empty">
    <p class="vb-empty__title">{o.title}</p>
    {o.children && <div class="vb-empty__body">{o.children}</div>}
  </div>
);
