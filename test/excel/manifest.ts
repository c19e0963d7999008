const id = '6f0a3c5e-41c5-4d0c-9a1e-4c2f6f2d7a10';

/** Our manifest without ribbon and commands, as an add-in of its own whose pane is the page at `url`. */
export const testManifest = (manifest: string, url: string): string =>
  manifest
    .replace(/<Id>.*?<\/Id>/, `<Id>${id}</Id>`)
    .replace(/\s*<VersionOverrides[\s\S]*<\/VersionOverrides>/, '')
    .replace(/\s*<ExtendedOverrides[\s\S]*?(?:\/>|<\/ExtendedOverrides>)/, '')
    .replace(/\s*<Override Locale=[^>]*\/>/g, '')
    .replace(/\s*<Set Name="SharedRuntime"[^>]*\/>/, '')
    .replace(/(<SourceLocation DefaultValue=)"[^"]*"/, `$1"${url}"`)
    .replace(/(<DisplayName DefaultValue=)"[^"]*"/, '$1"APPFI test"');
