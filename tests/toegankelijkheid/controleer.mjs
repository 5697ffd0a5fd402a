// Reads report pages in a real browser: axe-core (WCAG 2.2 A and AA, best practices) on a wide and a narrow screen, reflow
// at 320 pixels (400 % zoom), the keyboard, and whether tables fit on A4. Exit code 1 when something is found.
// node tests/toegankelijkheid/controleer.mjs PAGE.html…

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 640 }; // 1280 pixels at 400 %
// Between the margins of the print style sheet, in pixels of 1/96 inch: 182 mm and 273 mm.
const paper = { upright: 688, onItsSide: 1032 };

const pages = process.argv.slice(2);
if (pages.length === 0) {
  console.error('Which pages? node tests/toegankelijkheid/controleer.mjs PAGE.html…');
  process.exit(2);
}

const executablePath = process.env.CHROMIUM ?? browsers.find(path => existsSync(path));
if (executablePath === undefined) {
  console.error('No Chromium found: install it, or name it in CHROMIUM.');
  process.exit(2);
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
let findings = 0;
const report = (file, what) => {
  findings++;
  console.log(`${file}: ${what}`);
};

for (const file of pages) {
  const page = await browser.newPage({ viewport: wide });
  page.on('console', message => message.type() === 'error' && report(file, message.text()));
  page.on('request', request => request.url().startsWith('http') && report(file, `asks for ${request.url()}`));
  await page.goto(pathToFileURL(resolve(file)).href);
  const passes = await readWithAxe(page, file, wide) + await readWithAxe(page, file, narrow);
  await checkReflow(page, file);
  await page.setViewportSize(wide);
  await checkKeyboard(page, file);
  await checkPaper(page, file);
  console.log(`${file}: ${passes} axe rules passed`);
  await page.close();
}

await browser.close();
console.log(findings === 0 ? 'Nothing found.' : `${findings} found.`);
process.exit(findings === 0 ? 0 : 1);

async function readWithAxe(page, file, size) {
  await page.setViewportSize(size);
  await page.evaluate(axe.source);
  const result = await page.evaluate(values => window.axe.run({ runOnly: { type: 'tag', values } }), tags);
  for (const violation of result.violations) {
    report(file, `${size.width} px, axe ${violation.id}: ${violation.help}`);
    for (const node of violation.nodes.slice(0, 5)) console.log(`    ${node.html.slice(0, 160)}`);
  }

  // what axe cannot decide itself is only allowed where it says why
  for (const unsure of result.incomplete.filter(one => one.id !== 'color-contrast'))
    report(file, `${size.width} px, axe is unsure about ${unsure.id}: ${unsure.help}`);
  return result.passes.length;
}

async function checkReflow(page, file) {
  await page.setViewportSize(narrow);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > narrow.width) report(file, `the page is ${width} pixels wide on a screen of ${narrow.width}`);
}

// Skip link first and it works; every stop can be seen; the last stop is reached.
async function checkKeyboard(page, file) {
  const expected = await page.evaluate(() => document.querySelectorAll('a[href], [tabindex="0"]').length);
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press('Tab');
  if (!(await page.evaluate(() => document.activeElement.className === 'naar-inhoud')))
    report(file, 'the first stop of the keyboard is not the skip link');
  for (let stop = 1; stop <= expected; stop++) {
    const seen = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      const box = document.activeElement.getBoundingClientRect();
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.left >= 0;
    });
    if (!seen) report(file, `stop ${stop} of the keyboard cannot be seen`);
    if (stop < expected) await page.keyboard.press('Tab');
  }

  const last = await page.evaluate(() => {
    const stops = [...document.querySelectorAll('a[href], [tabindex="0"]')];
    return stops.indexOf(document.activeElement) === stops.length - 1;
  });
  if (!last) report(file, 'the keyboard does not reach the last stop');
  await page.evaluate(() => document.querySelector('a[href^="#"]').focus());
  await page.keyboard.press('Enter');
  if (!(await page.evaluate(() => document.activeElement === document.querySelector('main'))))
    report(file, 'the skip link does not go to the content');
}

async function checkPaper(page, file) {
  await page.emulateMedia({ media: 'print' });
  for (const [selector, width] of [['.blad:not(.breed)', paper.upright], ['.breed', paper.onItsSide]]) {
    await page.setViewportSize({ width, height: 900 });
    const cut = await page.evaluate(
      ([where, most]) => [...document.querySelectorAll(`${where} table, ${where} svg`)]
        .filter(one => one.getBoundingClientRect().right > most + 1)
        .map(one => `${one.tagName} of ${Math.round(one.getBoundingClientRect().right)} pixels`),
      [selector, width]);
    for (const one of cut) report(file, `cut off on paper: ${one}, of ${width} that fit`);
  }
}
