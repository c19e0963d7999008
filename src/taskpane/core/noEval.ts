/**
 * The pages' policy forbids making code of texts, which zod would try. It reads this switch before
 * its first schema is made; importing zod to set it would load zod with the pane's first picture.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
