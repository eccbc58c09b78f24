import { expect, test } from '@jest/globals';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { moj } from '#web';
import { normalise } from './normalise.ts';
import { renderMacro } from './upstream.ts';

const { Badge, Filter, IdentityBar, PageHeaderActions, SideNavigation, SubNavigation } = moj;

function same(ours: VNode, slug: string, macro: string, params: object) {
  const theirs = renderMacro(`moj/components/${slug}`, macro, params);
  expect(normalise(renderToString(ours))).toBe(normalise(theirs));
}

test('badge', () => {
  const o = { text: 'Ur<gent', classes: 'moj-badge--red' };
  same(<Badge {...o} />, 'badge', 'mojBadge', o);
});

test('sub navigation', () => {
  const o = {
    items: [
      { text: 'A', href: '/a', active: true },
      { html: '<b>B</b>', href: '/b?x=1&y', attributes: { 'data-x': '1' } },
    ],
  };
  same(<SubNavigation {...o} />, 'sub-navigation', 'mojSubNavigation', o);
});

test('side navigation, flat and in sections', () => {
  const items = [
    { text: 'New <1>', href: '/new?a=1&b', active: true },
    { html: '<b>Mine</b>', href: '/mine' },
  ];
  const flat = { label: 'Queues', items };
  same(<SideNavigation {...flat} />, 'side-navigation', 'mojSideNavigation', flat);
  const sections = { sections: [{ heading: { text: 'Cases' }, items }] };
  same(<SideNavigation {...sections} />, 'side-navigation', 'mojSideNavigation', sections);
});

test('page header actions', () => {
  const o = { heading: { text: 'Queue' }, items: [{ text: 'Take next' }] };
  same(<PageHeaderActions {...o} />, 'page-header-actions', 'mojPageHeaderActions', o);
});

test('identity bar', () => {
  const o = { title: { html: 'VB-1 <b>x</b>' } };
  same(<IdentityBar {...o} />, 'identity-bar', 'mojIdentityBar', o);
});

test('filter', () => {
  const o = {
    heading: { text: 'Filter' },
    optionsHtml: '<p>x</p>',
    selectedFilters: {
      heading: { text: 'Selected' },
      clearLink: { text: 'Clear', href: '/q' },
      categories: [{ heading: { text: 'Status' }, items: [{ text: 'New', href: '/q?-new' }] }],
    },
  };
  same(<Filter {...o} />, 'filter', 'mojFilter', o);
});
