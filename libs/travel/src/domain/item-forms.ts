/** How the fields of a record are written, whichever way it comes. */
export const RECORD_ID = /^[A-Za-z0-9._:-]{1,64}$/;
export const PORT_CODE = /^[A-Z0-9]{2,8}$/;
export const DOCUMENT_NUMBER = /^[A-Za-z0-9][A-Za-z0-9 .<-]{0,19}$/;
