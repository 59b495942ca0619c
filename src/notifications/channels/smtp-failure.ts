import { PermanentFailure, TemporaryFailure } from './channel';

interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** The addressee (RCPT TO) or the content (DATA) is refused; other refusals mean this installation, which can be mended. */
const ABOUT_THE_MAIL = ['RCPT TO', 'DATA'];

/** What a mail failed with, as a code without the words of the other side. */
export function failureOf(error: unknown): TemporaryFailure | PermanentFailure {
  const { code = 'unknown', command = '', responseCode } = error as SmtpError;
  const words = ['SMTP', responseCode ?? code, command].join(' ').trim().slice(0, 100);
  const isFinal =
    responseCode === undefined
      ? code === 'EENVELOPE' // the address was not even sent
      : responseCode >= 500 && ABOUT_THE_MAIL.includes(command);
  return isFinal ? new PermanentFailure(words) : new TemporaryFailure(words);
}
