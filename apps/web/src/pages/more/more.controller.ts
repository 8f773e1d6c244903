import { Controller, Get, NotFoundException } from '@nestjs/common';
import { For } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { waysOf } from '../../render/navigation.js';
import { moreWords } from '../../words/more.words.js';

/** What the navigation has no room for; for those whose ways all fit, there is no such page. */
@Controller('more')
@For('signed-in')
export class MoreController {
  @Get()
  show(@SignedIn() { reader }: Visitor): Page {
    const { more } = waysOf(reader);
    if (more.length === 0) throw new NotFoundException();
    return new Page('more', {
      title: moreWords.title,
      section: 'more' as const,
      ways: more.map(({ section, text, href }) => ({
        ...{ text, href },
        about: moreWords.about[section],
      })),
    });
  }
}
