/** The site and its API are one origin, so that the cookie is kept; a build and a test have no address of their own. */
export const origin = typeof location === 'undefined' ? 'http://localhost' : location.origin;
