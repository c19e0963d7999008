import { unholdable } from '../xml';

/**
 * ST_Xstring: what XML cannot hold is written `_xHHHH_`, and a text that looks like that is
 * escaped itself.
 */
const UNSAFE = new RegExp(`${unholdable.source}|\r|_(?=x[0-9A-Fa-f]{4}_)`, 'g');

const hex = (c: string) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

export const encodeText = (text: string) => text.replace(UNSAFE, hex);

/** The same for attributes, where Excel also writes line breaks and tabs so. */
export const encodeAttributeText = (text: string) => encodeText(text).replace(/[\n\t]/g, hex);

export const decodeText = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
    : text;

export const needsSpacePreserve = (text: string) => /^\s|\s$|[\n\t]|\s\s/.test(text);
