/** The versions of the documents at /terms and /privacy; what a person agrees to is stored with them. */
export const termsVersion = '2026-11-01';
export const privacyVersion = '2026-11-01';
export const marketingVersion = '2026-11-01';
