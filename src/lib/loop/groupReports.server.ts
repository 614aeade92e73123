import type { Database } from '#lib/db/database.server.ts';

/** The groups that report to a circle side by side: mandate, when the report is due, what they last said. One query. */
export function groupReports(db: Database, circleId: string) {
	return db
		.selectFrom('mandate')
		.innerJoin('circle', 'circle.id', 'mandate.circleId')
		.leftJoin('mandateReport', (join) =>
			join.onRef('mandateReport.mandateId', '=', 'mandate.id').on((on) =>
				on(
					'mandateReport.at',
					'=',
					on
						.selectFrom('mandateReport as newest')
						.whereRef('newest.mandateId', '=', 'mandate.id')
						.select(({ fn }) => fn.max('newest.at').as('at'))
				)
			)
		)
		.where('mandate.reportsToId', '=', circleId)
		.select(['mandate.id', 'circle.id as circleId', 'circle.name', 'mandate.text as mandate', 'reportDueOn'])
		.select(['mandateReport.text as report', 'mandateReport.at as reportedAt', 'mandateReport.isFinal'])
		.orderBy('reportDueOn')
		.execute();
}
