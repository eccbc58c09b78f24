import type { ComponentChildren } from 'preact';

/**
 * Long work that can be left: the bar moves by itself when the script runs, and by reloading the
 * page when it does not. `running` stops the asking.
 */
export const Progress = (o: {
  id: string;
  label: string;
  done: number;
  total: number;
  /** Already in words: "120 of 400 rows". */
  text: string;
  running: boolean;
  children?: ComponentChildren;
}) => (
  <div id={o.id} class="vb-progress" data-live={o.running ? '3' : undefined}>
    <label class="govuk-label" for={`${o.id}-bar`}>
      {o.label}
    </label>
    <progress id={`${o.id}-bar`} value={o.done} max={Math.max(o.total, 1)}>
      {o.text}
    </progress>
    <p class="govuk-body-s" role="status">
      {o.text}
    </p>
    {o.children}
  </div>
);
