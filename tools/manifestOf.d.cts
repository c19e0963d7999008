/** The address of the development server, which manifest.xml names. */
export const devUrl: string;
/** The manifest of a build that is served from the address. */
export function manifestFor(xml: string, url: string, how?: { pilot?: boolean }): string;
