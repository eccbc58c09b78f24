import type { VNode } from 'preact';
import { Page, type PageOptions } from '../page/page.tsx';
import type { PageView } from '../page/view.ts';
import type { Text } from '../text/texts.ts';
import { SummaryList } from '../govuk/summary-list.tsx';
import { shellText } from '../text/texts.ts';
import { pickAnswers, type Answers } from './answers.ts';
import { fieldErrors, type FieldError, type FieldErrors } from './errors.ts';
import { Form, SaveAndContinue } from './form.tsx';
import { Hidden, keptFor } from './typed.tsx';

export type Asked = { readonly question: string; readonly answer: string };

/**
 * One thing on one page, as one object that can be tested without HTTP. `R` is the site's English
 * resources, `Facts` what checks must know besides the answers (today, the programme's rules).
 */
export interface FormPage<R, Facts = unknown> {
  /** Last part of the page's address. */
  readonly id: string;
  /** Names of the inputs that belong to the page; nothing else of a body is kept. */
  readonly fields: readonly string[];
  title(t: Text<R>): string;
  body(view: PageView<R>, values: Answers, errors: FieldErrors): VNode;
  errors(values: Answers, facts: Facts): FieldError[];
  /** Id of the page that follows these answers, or 'check'. */
  next(values: Answers): string;
  /** Questions as asked and answers given: for "check your answers", frozen at submission. */
  response(values: Answers, t: Text<R>): Asked[];
}

export const answersOf = (page: FormPage<never>, body: unknown): Answers =>
  pickAnswers(body, page.fields);

/** The page with its form, "Save and continue", and its errors when there are any. */
export function FormPageView<R>(o: {
  view: PageView<R>;
  page: Omit<FormPage<R, never>, 'errors'>;
  action: string;
  values: Answers;
  errors?: readonly FieldError[];
  back?: PageOptions['back'];
  /** What has just happened, above the form. */
  note?: VNode;
  /** Sent along unseen. */
  hidden?: Readonly<Record<string, string>>;
}) {
  const { view, page, errors = [] } = o;
  const values = keptFor(view, o.action) ?? o.values;
  return (
    <Page view={view} title={page.title(view.t)} errors={errors} back={o.back}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {o.note}
          <Form view={view} action={o.action}>
            {Object.entries(o.hidden ?? {}).map(([name, value]) => (
              <Hidden name={name} value={value} />
            ))}
            {page.body(view, values, fieldErrors(view, errors))}
            <SaveAndContinue view={view} />
          </Form>
        </div>
      </div>
    </Page>
  );
}

/** Questions and answers with a link to change each. */
export function AskedList<R>(o: {
  view: PageView<R>;
  sections: readonly { page: Omit<FormPage<R, never>, 'errors'>; values: Answers }[];
  /** Address of a page for changing; without it the answers are final. */
  changeHref?: (pageId: string) => string;
}) {
  const t = shellText(o.view.lang);
  const rows = o.sections.flatMap(({ page, values }) =>
    page.response(values, o.view.t).map(({ question, answer }) => ({
      key: { text: question },
      value: { text: answer },
      actions: o.changeHref && {
        items: [
          {
            href: o.changeHref(page.id),
            text: t('web.change'),
            visuallyHiddenText: question,
          },
        ],
      },
    })),
  );
  return <SummaryList rows={rows} />;
}
