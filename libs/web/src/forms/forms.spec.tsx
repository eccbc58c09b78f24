import { describe, expect, test } from '@jest/globals';
import { IsIn, IsNotEmpty, MaxLength } from 'class-validator';
import { renderToString } from 'preact-render-to-string';
import type { ShellView } from '../page/view.ts';
import { createTexts } from '../text/texts.ts';
import { chosen, pickAnswers } from './answers.ts';
import { errorText } from './errors.ts';
import { TextField } from './fields.tsx';
import { AskedList, FormPageView, type FormPage } from './form-page.tsx';
import { FormPipe, Trimmed } from './form-pipe.ts';

const en = { label: 'Name', missing: 'Enter your name' } as const;
const fr = { label: 'Nom', missing: 'Indiquez votre nom' };
const texts = createTexts({ name: { en, fr } });
const viewIn = (lang: 'en' | 'fr') => {
  const view: ShellView & { t: ReturnType<typeof texts.textFor> } = {
    t: texts.textFor(lang),
    lang,
    site: 'portal',
    path: '/name',
    nonce: 'n',
    csrf: 'token',
    account: null,
    asset: (name) => `/assets/${name}`,
    shell: {},
    idleSeconds: 1800,
  };
  return view;
};

test('only named fields are kept, as trimmed text of bounded length', () => {
  const body = { name: ' Ann ', ways: ['a', 'b'], evil: 'x', long: 'y'.repeat(20_000), deep: {} };
  const answers = pickAnswers(body, ['name', 'ways', 'long', 'deep', 'none']);
  expect({ ...answers, long: answers.long?.length }).toEqual({
    name: 'Ann',
    ways: 'a,b',
    long: 10_000,
    deep: '',
    none: '',
  });
  expect(chosen(answers, 'ways')).toEqual(['a', 'b']);
  expect(pickAnswers(undefined, ['name'])).toEqual({ name: '' });
  expect(pickAnswers({ name: ' A\0da ' }, ['name'])).toEqual({ name: 'Ada' });
});

describe('FormPipe', () => {
  class Dto {
    @MaxLength(5, {
      message: 'web.field.tooLong',
      context: { what: { key: 'name.label' }, count: 5 },
    })
    @IsNotEmpty({ message: 'name.missing' })
    @Trimmed()
    name!: string;

    @IsIn(['a', 'b'], { message: 'name.missing' })
    way!: string;
  }
  const pipe = FormPipe(Dto);
  const run = (body: unknown) =>
    pipe.transform(body, { type: 'body' }) as Promise<{ value: Dto; errors: [] }>;

  test('unknown fields are dropped, known ones kept as typed', async () => {
    const { value, errors } = await run({ name: ' Ann ', way: 'a', isAdmin: '1', _csrf: 'x' });
    expect([{ ...value }, errors]).toEqual([{ name: 'Ann', way: 'a' }, []]);
  });

  test('one error a field, the nearest rule first, with values for its words', async () => {
    const { errors } = await run({ name: '   ', way: 'z' });
    expect(errors).toEqual([
      { field: 'name', key: 'name.missing' },
      { field: 'way', key: 'name.missing' },
    ]);
    const long = await run({ name: 'Annabella', way: 'a' });
    expect(long.errors.map((e) => errorText(texts.textFor('fr'), e))).toEqual([
      'Nom\u00a0: 5 caractères au plus',
    ]);
  });

  test('what is no text is not there; how deep it is does not matter', async () => {
    let deep: unknown = 'a';
    for (let i = 0; i < 100_000; i++) deep = [deep];
    const { value, errors } = await run({ name: deep, way: { a: deep }, other: deep });
    expect([{ ...value }, errors.length]).toEqual([{}, 2]);
  });

  test.each([[undefined], ['text'], [null], [['a']]])('never throws: %j', async (body) => {
    expect((await run(body)).errors).toHaveLength(2);
  });
});

test('an error without words says so instead of showing its key', () => {
  const t = texts.textFor('en');
  expect(errorText(t, { field: 'x', key: 'isString' })).toMatch(/^This answer could not be read/);
});

const namePage: FormPage<{ name: typeof en }> = {
  id: 'name',
  fields: ['name'],
  title: (t) => t('name.label'),
  body: (view, values, errors) => (
    <TextField {...{ view, values, errors }} name="name" label={view.t('name.label')} heading />
  ),
  errors: (values) => (values.name ? [] : [{ field: 'name', key: 'name.missing' }]),
  next: () => 'check',
  response: (values, t) => [{ question: t('name.label'), answer: values.name ?? '' }],
};

test('one page as one object: checked and shown without HTTP', () => {
  const errors = namePage.errors({ name: '' }, {});
  const html = renderToString(
    <FormPageView view={viewIn('fr')} page={namePage} action="/name" values={{}} errors={errors} />,
  );
  expect(html).toContain('<title>Erreur\u00a0: Nom - Portail des cautions de visa</title>');
  expect(html).toContain('<a href="#name">Indiquez votre nom</a>');
  expect(html).toContain(
    '<span class="govuk-visually-hidden">Erreur\u00a0:</span> Indiquez votre nom',
  );
  expect(html).toContain('<input type="hidden" name="_csrf" value="token"/>');
  expect(html).toContain('Enregistrer et continuer');
  const check = renderToString(
    <AskedList
      view={viewIn('en')}
      sections={[{ page: namePage, values: { name: '<Ann>' } }]}
      changeHref={(id) => `/${id}`}
    />,
  );
  expect(check).toContain('&lt;Ann>');
  expect(check).toContain('href="/name"');
});
