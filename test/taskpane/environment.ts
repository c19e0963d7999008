import Jsdom from 'jest-environment-jsdom';

/**
 * jsdom with what every browser has and jsdom lacks, and without the rules of our styles: it would try
 * each rule on each element whenever a role or name is asked for. How things look is tried in a browser.
 */
export default class Browser extends Jsdom {
  override async setup(): Promise<void> {
    await super.setup();
    const page = this.global;
    Object.assign(page, { TextEncoder, TextDecoder, structuredClone, Uint8Array });
    page.CSSStyleSheet.prototype.insertRule = () => 0;
    page.Blob.prototype.text = function (this: Blob) {
      const reader = new page.FileReader();
      return new Promise<string>((resolve) => {
        reader.onload = () => resolve(String(reader.result));
        reader.readAsText(this);
      });
    };
    page.Blob.prototype.arrayBuffer = function (this: Blob) {
      const reader = new page.FileReader();
      return new Promise<ArrayBuffer>((resolve) => {
        reader.onload = () => resolve(reader.result as ArrayBuffer);
        reader.readAsArrayBuffer(this);
      });
    };
  }
}
