import { grounds, replyDeadline, TEXT_MAX, type Ground } from '#breach';
import { formatMoment } from '#kernel';
import { fieldErrors, Form, LongTextField, Submit, type Answers, type FieldError } from '#web';
import type { OfficerView } from '../text/index.ts';
import type { BreachContentOf } from './breach-content.service.ts';
import { Check } from './check.view.tsx';
import { StepPage } from './step.page.tsx';

interface NoticePageOptions {
  readonly view: OfficerView;
  readonly content: BreachContentOf;
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
}

export const factsField = (ground: Ground): string => `facts_${ground}`;

/** One text for each ground, the one it was referred for first. */
export function NoticePage(o: NoticePageOptions) {
  const { view, content, values, errors = [] } = o;
  const { t } = view;
  const fields = { view, values, errors: fieldErrors(view, errors) };
  const referred = content.breach.grounds.map((g) => g.code);
  const others = grounds.filter((code) => !referred.includes(code));
  const words = { title: t('breachForms.notice.title'), lead: t('breachForms.notice.lead') };
  return (
    <StepPage {...{ view, content, errors, ...words }}>
      <Form view={view} action={`/breaches/${content.breach.file.id}/notice`}>
        {[...referred, ...others].map((code) => (
          <LongTextField
            {...fields}
            name={factsField(code)}
            label={t(`states.ground.${code}`)}
            hint={t('breachForms.notice.facts')}
            maxLength={TEXT_MAX}
          />
        ))}
        <Submit text={t('breachForms.next')} />
      </Form>
    </StepPage>
  );
}

export function NoticeCheckPage(
  o: Omit<NoticePageOptions, 'errors'> & {
    readonly named: readonly { readonly code: Ground; readonly facts: string }[];
  },
) {
  const { view, content, values, named } = o;
  const { t, lang } = view;
  const { zone, now, rules, breach } = content;
  const when = formatMoment(replyDeadline(now, zone, rules.replyDays), zone, lang);
  return (
    <StepPage
      {...{ view, content }}
      title={t('breachForms.notice.check')}
      lead={t('breachForms.lead')}
    >
      <Check
        {...{ view, values }}
        facts={named.map(({ code, facts }) => ({ key: t(`states.ground.${code}`), value: facts }))}
        effects={[
          t('breachForms.notice.reply', { when }),
          t('breachForms.notice.told'),
          t('breachForms.notice.held'),
        ]}
        action={`/breaches/${breach.file.id}/notice`}
        button={t('breachForms.notice.confirm')}
      />
    </StepPage>
  );
}
