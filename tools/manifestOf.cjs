const { createHash } = require('node:crypto');

/** The manifest of a build from manifest.xml, which is that of the development server. */

const devUrl = 'https://localhost:3000/';

/** A name of its own in each language, so that people see which of the two they have open. */
const pilotNames = { 'zh-CN': '（试点）', 'zh-TW': '（試點）', 'en-US': ' (pilot)' };

/** RFC 9562, version 5: the same for the same address, and another than that of any other. */
function idFor(id, url) {
  const namespace = Buffer.from(id.replaceAll('-', ''), 'hex');
  const hash = createHash('sha1').update(namespace).update(url).digest().subarray(0, 16);
  hash[6] = (hash[6] & 0x0f) | 0x50;
  hash[8] = (hash[8] & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const named = (xml, language, suffix) =>
  xml.replace(
    language === 'zh-CN'
      ? /(<DisplayName DefaultValue=")([^"]*)/
      : new RegExp(`(<DisplayName[\\s\\S]*?<Override Locale="${language}" Value=")([^"]*)`),
    `$1$2${suffix}`,
  );

/**
 * @param {string} xml manifest.xml
 * @param {string} url the https address of the folder, with a closing slash
 * @param {{ pilot?: boolean }} [how] a pilot can stand beside the add-in that a firm has: it has an id and
 *   a name of its own
 */
function manifestFor(xml, url, { pilot = false } = {}) {
  const placed = xml.replaceAll(devUrl, url);
  if (!pilot) return placed;
  const own = placed.replace(/(<Id>)([^<]*)/, (_, tag, id) => tag + idFor(id, url));
  return Object.entries(pilotNames).reduce(
    (text, [language, suffix]) => named(text, language, suffix),
    own,
  );
}

module.exports = { devUrl, manifestFor };
