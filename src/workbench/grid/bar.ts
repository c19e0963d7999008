import type { ICellCustomRender } from '@univerjs/core';
import type { Bar } from './conditional';

const inset = 2;
const behindText = 0;

/** Draws a data bar into a cell. */
export function drawBar({ share, color }: Bar): ICellCustomRender {
  return {
    zIndex: behindText,
    drawWith: (context, info) => {
      const { startX, startY, endX, endY } = info.primaryWithCoord;
      context.save();
      context.fillStyle = color;
      context.fillRect(
        startX + inset,
        startY + inset,
        (endX - startX - 2 * inset) * share,
        endY - startY - 2 * inset,
      );
      context.restore();
    },
  };
}
