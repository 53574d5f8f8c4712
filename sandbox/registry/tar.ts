/**
 * A tar archive of one file in plain ASCII, as a layer that is not compressed: the body of an answer is text.
 * POSIX ustar: a header of 512 bytes, the data filled up to 512, and 1024 bytes of zeros at the end.
 */
export function tarOf(name: string, content: string): string {
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`;
  const field = (text: string, length: number) => text.padEnd(length, '\0');
  const before = [
    field(name, 100),
    octal(0o644, 8),
    octal(0, 8),
    octal(0, 8),
    octal(content.length, 12),
    octal(0, 12),
  ].join('');
  const after = field(`0${field('', 100)}ustar\x0000`, 512 - 148 - 8);
  const sum = [...`${before}        ${after}`].reduce((total, it) => total + it.charCodeAt(0), 0);
  const header = `${before}${sum.toString(8).padStart(6, '0')}\0 ${after}`;
  return `${header}${field(content, Math.ceil(content.length / 512) * 512)}${field('', 1024)}`;
}
