import type { ComponentChildren } from 'preact';

import { type Language, TEXTS } from './text.ts';

interface ShellProps {
  language: Language;
  title: string;
  isTwoColumns?: boolean;
  children: ComponentChildren;
}

/** The frame of every page; says first that this is a test. */
export function Shell({ language, title, isTwoColumns, children }: ShellProps) {
  const text = TEXTS[language];
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${text.processor}`}</title>
        <link rel="stylesheet" href="/c/checkout.css" />
      </head>
      <body>
        <header class="notice">
          <p>
            <strong>{text.processor}.</strong> {text.notice}
          </p>
        </header>
        <main class={isTwoColumns ? 'two' : undefined}>{children}</main>
      </body>
    </html>
  );
}

interface MessageProps {
  language: Language;
  title: string;
  body: string;
  link?: { href: string; label: string };
}

export function MessagePage({ language, title, body, link }: MessageProps) {
  return (
    <Shell language={language} title={title}>
      <section class="panel">
        <h1>{title}</h1>
        <p>{body}</p>
        {link && (
          <a class="button" href={link.href}>
            {link.label}
          </a>
        )}
      </section>
    </Shell>
  );
}
