// What every page of ours may ask for by data attributes. Nothing here is needed to use the sites.

const WARN_SECONDS = 120;

/** Warns before a signed-in person is signed out, and asks the server for more time on request. */
function warnBeforeTheEnd(dialog) {
  const seconds = Number(dialog.dataset.sessionSeconds);
  if (!seconds || typeof dialog.showModal !== 'function') return;
  // The server counts in steps of a minute, so it may end the session up to one earlier.
  const wait = Math.max(seconds - WARN_SECONDS - 60, 10) * 1000;
  let timer;
  const start = () => {
    clearTimeout(timer);
    timer = setTimeout(() => dialog.showModal(), wait);
  };
  dialog.querySelector('button').addEventListener('click', async () => {
    try {
      const answer = await fetch('/session/keep', { cache: 'no-store' });
      if (!answer.ok) return location.reload();
    } catch {
      // No connection just now: the dialog closes and the next request tells.
    }
    dialog.close();
    start();
  });
  start();
}

/** Asks for the page again and replaces one part of it while that part says that work goes on. */
function follow(part) {
  const seconds = Number(part.dataset.live);
  if (!seconds || !part.id) return;
  setTimeout(async () => {
    let next = part;
    try {
      const answer = await fetch(location.href, { cache: 'no-store' });
      const html = await answer.text();
      const found = new DOMParser().parseFromString(html, 'text/html').getElementById(part.id);
      if (answer.ok && found) {
        part.replaceWith(found);
        next = found;
      }
    } catch {
      // No connection just now: try again at the next turn.
    }
    follow(next);
  }, seconds * 1000);
}

/** Sends a file by itself, so that how far it is can be shown; the answer is a page, as without. */
function showSending(bar) {
  const form = bar.closest('form');
  const progress = bar.querySelector('progress');
  form.addEventListener('submit', (event) => {
    const file = form.querySelector('input[type=file]').files[0];
    if (!file) return;
    event.preventDefault();
    bar.hidden = false;
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      progress.value = total ? (100 * loaded) / total : 0;
    });
    // Checked on the server now: for how long, nobody knows.
    request.upload.addEventListener('load', () => progress.removeAttribute('value'));
    request.addEventListener('load', () => location.assign(request.responseURL || location.href));
    request.addEventListener('error', () => form.submit());
    request.open('POST', form.action);
    request.send(new FormData(form));
  });
}

/** A field that its address fills in, behind the #: what stands there is never sent to a server. */
function fillFromAddress(part) {
  const field = document.getElementById(part.dataset.fillFromAddress);
  const given = location.hash.slice(1);
  if (!field || field.value || !/^[\w-]{1,40}$/.test(given)) return;
  field.value = given;
  history.replaceState(null, '', location.pathname + location.search);
}

/** Finds what the page asks for. */
export function startOwn() {
  document.querySelectorAll('dialog[data-session-seconds]').forEach(warnBeforeTheEnd);
  document.querySelectorAll('[data-live]').forEach(follow);
  document.querySelectorAll('[data-fill-from-address]').forEach(fillFromAddress);
  document.querySelectorAll('[data-upload-progress]').forEach(showSending);
}
