import { CaseQueries } from '#application';
import { fullName, Identity } from '#identity';
import {
  frenchSpaces,
  formatMoment,
  formatMoney,
  isZero,
  type Instant,
  type Locale,
  type Zone,
} from '#kernel';
import { checkAddress, Papers } from '#notification';
import type { Letter, LetterBlock, LetterPart } from '#notification';
import { Config, type Tx } from '#platform';
import { Programmes, type ConsulateView } from '#programme';
import { Inject, Injectable } from '@nestjs/common';
import { BreachReading, type BreachView } from '../file/breach-reading.service.ts';
import type { RulingView } from '../ruling/ruling-reading.service.ts';
import { en, fr, type LetterWords } from './decision-letter.text.ts';

const WORDS: Readonly<Record<Locale, LetterWords>> = { en, fr };
const PURPOSE = 'breach_letter';

/** Everything that a letter says. */
interface Told {
  readonly breach: BreachView;
  readonly ruling: RulingView;
  readonly traveller: string;
  readonly consulate: ConsulateView;
  /** As it stands on the letter; null for one from before there were codes. */
  readonly code: string | null;
  /** Our address. */
  readonly portal: string;
}

/** What was decided of a breach, as a letter with the rights to appeal, in both languages (R19). */
@Injectable()
export class DecisionLetters {
  constructor(
    private readonly reading: BreachReading,
    private readonly cases: CaseQueries,
    private readonly identity: Identity,
    private readonly programmes: Programmes,
    private readonly papers: Papers,
    @Inject(Config) private readonly config: Config,
  ) {}

  /**
   * Null where who asks sees no such ruling that was carried out. Made from the rows each time: what
   * people wrote and the traveller's name are opened, in the trail.
   */
  async of(tx: Tx, fileId: string, rulingId: string): Promise<Letter | null> {
    const breach = await this.reading.one(tx, fileId);
    const ruling = breach?.rulings.find((r) => r.id === rulingId && r.state === 'carried_out');
    if (!breach || !ruling) return null;
    const row = await this.cases.byId(tx, breach.file.caseId);
    const consulate = await this.programmes.consulate(tx, breach.file.consulateId);
    if (!row?.personId || !consulate) throw new Error('a breach without its case');
    const person = await this.identity.person(tx, row.personId, PURPOSE);
    const code = await this.papers.codeOf(tx, 'decision', ruling.id);
    const portal = this.config.portalUrl;
    const told = { breach, ruling, consulate, traveller: fullName(person), code, portal };
    const langs: Locale[] = row.language === 'fr' ? ['fr', 'en'] : ['en', 'fr'];
    return {
      ...{ reference: row.reference, at: ruling.stateSince },
      parts: langs.map((lang) => partIn(lang, told)),
    };
  }
}

function partIn(lang: Locale, told: Told): LetterPart {
  const { breach, ruling, consulate, traveller } = told;
  const words = WORDS[lang];
  const say = (text: string, values: Record<string, string> = {}) => fill(lang, text, values);
  const { reference } = breach.file;
  const when = momentIn(lang, consulate.timeZone, ruling.stateSince);
  const amount = (money: RulingView['refund']) => formatMoney(money, lang);
  return {
    lang,
    title: words.title[ruling.kind],
    from: [say(words.from, { city: consulate.city }), ...(consulate.contact?.address ?? [])],
    blocks: [
      paragraph(say(words.about, { reference })),
      paragraph(say(ruling.byPost ? words.servedByPost : words.served, { when })),
      entry(words.traveller, traveller),
      entry(words.bond, amount(breach.amount)),
      heading(words.decided),
      paragraph(say(words.outcome[ruling.outcome])),
      ...(isZero(ruling.refund) ? [] : [entry(words.refund, amount(ruling.refund))]),
      ...(isZero(ruling.forfeit) ? [] : [entry(words.forfeit, amount(ruling.forfeit))]),
      entry(words.reasons, ruling.reasons),
      ...reasoned(words, told),
      ...rights(lang, told),
      paragraph(say(words.typed)),
      ...(told.code ? [entry(words.code, told.code)] : []),
      ...(told.code ? [paragraph(say(words.check, { portal: told.portal }))] : []),
      paragraph(say(words.real)),
    ],
    qr: qrIn(words, told),
  };
}

function qrIn(words: LetterWords, { code, portal }: Told): LetterPart['qr'] {
  if (!code) return null;
  const address = checkAddress(portal, code);
  return { address, alt: words.qr.replace('{address}', address) };
}

function reasoned(words: LetterWords, { breach, ruling }: Told): LetterBlock[] {
  if (ruling.findings.length === 0) return [];
  const codeOf = (id: string) => breach.grounds.find((g) => g.id === id)!.code;
  return [
    heading(words.grounds),
    ...ruling.findings.map((f) => {
      const found = f.isEstablished ? words.established : words.notEstablished;
      return entry(`${words.ground[codeOf(f.groundId)]} — ${found}`, f.reasons);
    }),
    heading(words.weighed),
    ...ruling.factors.map((f) =>
      entry(`${words.factor[f.factor]} — ${words.weight[f.weighs]}`, f.note),
    ),
  ];
}

/** Said at the time of the ruling, and the same ever after. */
function rights(lang: Locale, { breach, ruling, consulate }: Told): LetterBlock[] {
  const words = WORDS[lang];
  const { reference, appealBy } = breach.file;
  const isAppealable = ruling.outcome === 'part' || ruling.outcome === 'full';
  const say = (text: string, values: Record<string, string> = {}) =>
    paragraph(fill(lang, text, values));
  if (!isAppealable || !appealBy) {
    const isFinal = ruling.outcome === 'upheld';
    return [heading(words.rights), say(words.noAppeal[isFinal ? 'final' : 'returned'])];
  }
  return [
    heading(words.rights),
    say(words.mayAppeal, { when: momentIn(lang, consulate.timeZone, appealBy) }),
    say(words.appealHow, { reference }),
    say(words.untilThen),
  ];
}

const heading = (text: string): LetterBlock => ({ kind: 'heading', text });
const paragraph = (text: string): LetterBlock => ({ kind: 'paragraph', text });
const entry = (label: string, text: string): LetterBlock => ({ kind: 'entry', label, text });
const momentIn = (lang: Locale, zone: Zone, at: Instant) => formatMoment(at, zone, lang);

function fill(lang: Locale, text: string, values: Record<string, string>): string {
  const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return lang === 'fr' ? frenchSpaces(filled) : filled;
}
