import { Hint } from './hint.tsx';
import { Textarea, type TextareaOptions } from './textarea.tsx';
import { content, cx, i18n, type Attributes } from './shared.tsx';

type Plural = Record<string, string>;
export type CharacterCountOptions = TextareaOptions & {
  maxlength?: string | number;
  maxwords?: string | number;
  threshold?: string | number;
  countType?: string;
  countMessage?: { classes?: string };
  textareaDescriptionText?: string;
  charactersUnderLimitText?: Plural;
  charactersAtLimitText?: string;
  charactersOverLimitText?: Plural;
  wordsUnderLimitText?: Plural;
  wordsAtLimitText?: string;
  wordsOverLimitText?: Plural;
};

export function CharacterCount(o: CharacterCountOptions) {
  const id = o.id || o.name;
  const countType = o.countType || (o.maxwords ? 'words' : undefined);
  const limit = o.maxwords || o.maxlength;
  const description =
    o.textareaDescriptionText ||
    `You can enter up to %{count} ${countType === 'words' ? 'words' : 'characters'}`;
  const group = o.formGroup || {};
  const opt = (value: string | number | undefined) => ({ value, optional: true });
  const attributes: Attributes = {
    'data-module': 'govuk-character-count',
    'data-maxlength': opt(o.maxlength),
    'data-maxwords': opt(o.maxwords),
    'data-threshold': opt(o.threshold),
    'data-count-type': opt(countType),
    ...(!limit && o.textareaDescriptionText
      ? i18n('textarea-description', { other: o.textareaDescriptionText })
      : {}),
    ...i18n('characters-under-limit', o.charactersUnderLimitText),
    ...i18n('characters-at-limit', o.charactersAtLimitText),
    ...i18n('characters-over-limit', o.charactersOverLimitText),
    ...i18n('words-under-limit', o.wordsUnderLimitText),
    ...i18n('words-at-limit', o.wordsAtLimitText),
    ...i18n('words-over-limit', o.wordsOverLimitText),
  };
  const message = (
    <>
      <Hint
        id={`${id}-info`}
        classes={cx('govuk-character-count__message', o.countMessage?.classes)}
        text={limit ? description.replace('%{count}', String(limit)) : undefined}
      />
      {content(group.afterInput)}
    </>
  );
  return (
    <Textarea
      {...o}
      id={id}
      describedBy={`${id}-info`}
      classes={cx('govuk-js-character-count', o.classes)}
      autocomplete={undefined}
      disabled={undefined}
      formGroup={{
        classes: cx('govuk-character-count', group.classes),
        attributes: { ...group.attributes, ...attributes },
        beforeInput: group.beforeInput,
        afterInput: { html: message },
      }}
    />
  );
}
