/**
 * What the browser forgets when somebody signs out: pages that it kept, "back" among them, and what
 * scripts stored. Not the cookies: the session's is dead already, and the language stays.
 */
export const CLEARED_AT_SIGN_OUT = '"cache", "storage"';
