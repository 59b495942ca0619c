import { Injectable } from '@nestjs/common';
import { Preferences } from '../../notifications/preferences.service';
import { DirectoryRows } from '../administration/directory-rows';
import { ScopeNames } from '../administration/scope-names';
import { OptionLists } from './option-lists';

/** Where help for a form comes from. */
@Injectable()
export class HelpSources {
  constructor(
    readonly lists: OptionLists,
    readonly directory: DirectoryRows,
    readonly scopes: ScopeNames,
    readonly preferences: Preferences,
  ) {}
}
