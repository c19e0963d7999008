interface Size {
  w: number;
  h: number;
}

interface Box extends Size {
  x: number;
  y: number;
}

/** The logo in its own proportions, as large as the box allows, at its right. */
export function placed(logo: string, box: Box): Box & { data: string } {
  const { w, h } = sizeOf(logo) ?? box;
  const scale = Math.min(box.w / w, box.h / h);
  const [width, height] = [w * scale, h * scale];
  return {
    data: logo,
    x: box.x + box.w - width,
    y: box.y + (box.h - height) / 2,
    w: width,
    h: height,
  };
}

/** How large a picture says it is; nothing where it does not. */
function sizeOf(logo: string): Size | undefined {
  const comma = logo.indexOf(',');
  if (comma < 0 || !logo.slice(0, comma).endsWith(';base64')) return undefined;
  const bytes = Uint8Array.from(atob(logo.slice(comma + 1)), (sign) => sign.charCodeAt(0));
  const size = logo.startsWith('data:image/svg')
    ? ofSvg(new TextDecoder().decode(bytes))
    : logo.startsWith('data:image/png')
      ? ofPng(bytes)
      : ofJpeg(bytes);
  return size && size.w > 0 && size.h > 0 ? size : undefined;
}

function ofPng(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 24) return undefined;
  const view = new DataView(bytes.buffer);
  return { w: view.getUint32(16), h: view.getUint32(20) };
}

/** The size stands in the frame's header, behind segments that say how long they are. */
function ofJpeg(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer);
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const mark = view.getUint16(at);
    const isFrame = mark >= 0xffc0 && mark <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(mark);
    if (isFrame) return { w: view.getUint16(at + 7), h: view.getUint16(at + 5) };
  }
  return undefined;
}

function ofSvg(text: string): Size | undefined {
  const [tag = ''] = /<svg\b[^>]*>/.exec(text) ?? [];
  const box = /\bviewBox\s*=\s*["']([^"']*)/
    .exec(tag)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  if (box?.length === 4) return { w: box[2] ?? 0, h: box[3] ?? 0 };
  const side = (name: string) =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)(?:px)?["']`).exec(tag)?.[1] ?? 0);
  return { w: side('width'), h: side('height') };
}
