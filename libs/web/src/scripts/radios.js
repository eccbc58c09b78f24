import { Radios } from 'govuk-frontend';

// A radio button may not say that it is expanded (WAI-ARIA 1.2), so upstream's does not say so here. What
// it reveals comes next in the order of reading, and `aria-controls` still names it.
const sync = Radios.prototype.syncConditionalRevealWithInputState;
Radios.prototype.syncConditionalRevealWithInputState = function ($input) {
  sync.call(this, $input);
  $input.removeAttribute('aria-expanded');
};
