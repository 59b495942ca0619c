import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { InPerson, Me } from '../platform/accounts/access';
import type { SignedIn } from '../platform/accounts/signed-in';
import { ApiTags } from '../platform/web/documentation';
import { ChangePreferencesDto, PreferencesDto, VerifyAddressDto } from './preferences.dto';
import { Preferences } from './preferences.service';
import { Verification } from './verification.service';

/** Changed in person only: mails say what all hats of the account may see, a token may wear but some of them. */
@ApiTags('本人')
@Controller('api/me/notifications')
export class PreferencesApi {
  constructor(
    private readonly preferences: Preferences,
    private readonly verification: Verification,
  ) {}

  /** How I am told beside the inbox. */
  @Get()
  show(@Me() { actor }: SignedIn): Promise<PreferencesDto> {
    return this.preferences.of(actor.accountId);
  }

  /** Changes it; a new address first gets a mail with a code. */
  @InPerson()
  @Put()
  change(@Me() { actor }: SignedIn, @Body() wished: ChangePreferencesDto): Promise<PreferencesDto> {
    return this.preferences.change(actor.accountId, wished);
  }

  /** Proves with the code from the mail that the address is mine. */
  @InPerson()
  @Post('verify')
  @HttpCode(200)
  async verify(@Me() { actor }: SignedIn, @Body() { code }: VerifyAddressDto): Promise<PreferencesDto> {
    await this.verification.verify(actor.accountId, code);
    return this.preferences.of(actor.accountId);
  }

  /** Sends another code to the address that waits for proof. */
  @InPerson()
  @Post('code')
  @HttpCode(204)
  async askAgain(@Me() { actor }: SignedIn): Promise<void> {
    await this.preferences.askAgain(actor.accountId);
  }
}
