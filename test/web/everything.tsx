// One page with every component of ours, in every tone and state, with errors.
import { money, Temporal } from '#kernel';
import {
  Badge,
  createTexts,
  DataTable,
  DateField,
  Day,
  EmptyState,
  fieldErrors,
  FilterLayout,
  Form,
  KeyFacts,
  LongTextField,
  moj,
  MoneyFigure,
  Page,
  Pager,
  PasswordField,
  Progress,
  RadioField,
  SaveAndContinue,
  StatusPanel,
  TextField,
  Timeline,
  TrackerSteps,
} from '#web';
import type { PageView, Tone } from '#web';

const en = { word: 'Word', birth: 'your date of birth', missing: 'Enter a word' } as const;
const fr = { word: 'Mot', birth: 'votre date de naissance', missing: 'Indiquez un mot' };
export const texts = createTexts({ spec: { en, fr } });
export type SpecView = PageView<{ spec: typeof en }>;

const day = Temporal.PlainDate.from('2026-11-24');
const tones: Tone[] = ['neutral', 'info', 'good', 'wait', 'bad'];

export function Everything({ view }: { view: SpecView }) {
  const { lang } = view;
  const word = view.t('spec.word');
  const list = [
    { field: 'word', key: 'spec.missing' },
    {
      field: 'dob',
      key: 'web.date.missingMonth',
      params: { what: { key: 'spec.birth' } },
      part: 'month',
    },
  ] as const;
  const field = { view, values: {}, errors: fieldErrors(view, list), label: word };
  const columns = [
    {
      label: word,
      cell: (tone: Tone) => <Badge tone={tone}>{word}</Badge>,
      sortBy: (t: Tone) => t,
    },
    { label: `${word} 2`, cell: () => <Day day={day} lang={lang} /> },
  ];
  return (
    <Page view={view} title={word} back="/" errors={list}>
      <h1 class="govuk-heading-l">{word}</h1>
      {tones.map((tone) => (
        <StatusPanel lang={lang} status={word} who="you" next={word} tone={tone} />
      ))}
      <KeyFacts
        facts={[{ label: word, value: <MoneyFigure money={money(5n, 'XOF')} lang={lang} /> }]}
      />
      <TrackerSteps
        lang={lang}
        label={word}
        steps={(['done', 'current', 'failed', 'coming'] as const).map((state) => ({
          label: word,
          state,
          expected: word,
        }))}
      />
      <h2 class="govuk-heading-m">{word}</h2>
      <Timeline
        lang={lang}
        items={[{ title: word, when: <Day day={day} lang={lang} />, by: word }]}
      />
      <moj.SubNavigation label={word} items={[{ text: word, href: '/', active: true }]} />
      <FilterLayout
        lang={lang}
        action="/"
        fields={<TextField {...field} name="filter" />}
        selected={[{ heading: word, items: [{ text: word, href: '/' }] }]}
      >
        <DataTable lang={lang} caption={word} columns={columns} rows={tones} />
        <Pager lang={lang} page={2} pages={9} href={(n) => `?p=${n}`} />
      </FilterLayout>
      <Progress id="run" label={word} done={1} total={3} text={word} running />
      <EmptyState title={word}>{word}</EmptyState>
      <Form view={view} action="/">
        <TextField {...field} name="word" hint={word} />
        <DateField {...field} name="dob" />
        <RadioField {...field} name="way" choices={[{ value: 'a', text: word, hint: word }]} />
        <PasswordField {...field} name="secret" autocomplete="new-password" />
        <LongTextField {...field} name="story" maxLength={200} />
        <SaveAndContinue view={view} />
      </Form>
    </Page>
  );
}
