/** What a scan says of an example; 0: it is clean. */
export const LEAK_NEW = 1;
/** It leaked only through rows that an earlier scan had. */
export const LEAK_KNOWN = 2;
export const UNDECIDABLE = -1;
