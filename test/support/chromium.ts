import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

// Nothing it does by itself shall reach the network; inside a container the sandbox of root does not start.
const ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update', '--force-color-profile=srgb'],
];

/** Where the machine has its browser: in `CHROMIUM` alone when that is said; undefined when it has none. */
export const chromiumPath = ({ CHROMIUM } = process.env): string | undefined =>
  (CHROMIUM ? [CHROMIUM] : PLACES).find((path) => existsSync(path));

/** A browser without a window. */
export async function startChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('No chromium on this machine.');
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
