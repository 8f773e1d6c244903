import { All, Controller, Get, NotFoundException } from '@nestjs/common';
import { For } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { helpWords } from '../../words/help.words.js';
import { textPageWords } from '../../words/text-page.words.js';

/** Pages that only say something. */
@Controller()
@For('anyone')
export class TextPagesController {
  @Get('dashboard')
  dashboard(): Page {
    return new Page('text', { ...textPageWords.dashboard, section: 'dashboard' });
  }

  @Get('help')
  help(): Page {
    return new Page('text', helpWords);
  }

  @Get('privacy')
  privacy(): Page {
    return new Page('text', textPageWords.privacy);
  }

  @Get('cookies')
  cookies(): Page {
    return new Page('text', textPageWords.cookies);
  }

  @Get('accessibility')
  accessibility(): Page {
    return new Page('text', textPageWords.accessibility);
  }
}

/** Every other address. It stands last, so that even an unknown page knows who is asking. */
@Controller()
@For('anyone')
export class UnknownAddressController {
  @All('*')
  unknown(): never {
    throw new NotFoundException();
  }
}
