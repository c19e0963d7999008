/** The add-in's version, as in package.json; a test holds the two together. */
export const addInVersion = '0.1.0';
