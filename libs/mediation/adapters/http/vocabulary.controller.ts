import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentAccount, Door, type Account } from '@bureau/access';
import { localDate } from '@bureau/calendar';
import { Clock } from '@bureau/kernel';
import { BureauRules } from '../../application/bureau-rules';
import { vocabularyView } from '../../application/vocabulary.view';

@ApiTags('vocabulary')
@Controller('vocabulary')
export class VocabularyController {
  constructor(
    private readonly rules: BureauRules,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Door('session.own')
  @ApiOperation({ summary: "Codes, events, deadlines and the screening form, in the caller's language" })
  @ApiResponse({ status: 200, description: 'The words that forms and lists need' })
  all(@CurrentAccount() { language }: Account) {
    return vocabularyView(localDate(this.clock.now(), this.rules.calendar.zone), language);
  }
}
