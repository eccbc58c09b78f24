import { initAll } from 'govuk-frontend';
import './radios.js';
import { startOwn } from './own.js';

// Upstream's inline script does this; our policy allows none.
document.documentElement.classList.add('js');
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
startOwn();
