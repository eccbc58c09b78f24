import { isLang, type Lang } from './texts.ts';

/** The better of our two languages for an Accept-Language header; null when it names neither. */
export function fromAcceptLanguage(header: string | undefined): Lang | null {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, order) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';');
      const quality = options.map((o) => /^\s*q=([\d.]+)\s*$/.exec(o)?.[1]).find(Boolean);
      return { lang: tag.split('-')[0], quality: Number(quality ?? 1), order };
    })
    .filter((w) => isLang(w.lang) && w.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.order - b.order);
  return (wanted[0]?.lang as Lang | undefined) ?? null;
}

/** A choice just made, else the remembered one, else the browser's, else English. */
export function negotiate(from: { query?: unknown; cookie?: unknown; accept?: string }): Lang {
  if (isLang(from.query)) return from.query;
  if (isLang(from.cookie)) return from.cookie;
  return fromAcceptLanguage(from.accept) ?? 'en';
}

/**
 * This page's address in another language; other parameters stay. Only the parameters: a path like
 * /.//evil.example leads elsewhere once it is written into a link, and needs no repeating.
 */
export function inLanguage(url: string, lang: Lang): string {
  const at = url.indexOf('?');
  const parameters = new URLSearchParams(at < 0 ? '' : url.slice(at));
  parameters.set('lang', lang);
  return `?${parameters.toString()}`;
}
