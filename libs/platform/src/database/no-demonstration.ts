import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.ts';

/** Invented people have passwords that anybody knows: production does not start on their database. */
@Injectable()
export class NoDemonstration implements OnModuleInit {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly source: DataSource,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.config.mode !== 'production') return;
    const rows = await this.source.query<unknown[]>('select from demonstration');
    if (rows.length > 0) {
      throw new Error('DATABASE_URL: the database of a demonstration is not for production');
    }
  }
}
