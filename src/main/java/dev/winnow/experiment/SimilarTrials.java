package dev.winnow.experiment;

import dev.winnow.definition.Definitions;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.lottery.Methods;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds trials whose trainings cost what those of a definition would. */
@Service
@Transactional(readOnly = true)
public class SimilarTrials {
  private final JdbcClient jdbc;
  private final Definitions definitions;

  SimilarTrials(JdbcClient jdbc, Definitions definitions) {
    this.jdbc = jdbc;
    this.definitions = definitions;
  }

  /** The ids of those with the same data, network, batch size, test evaluation and method. */
  public List<Long> of(ExperimentDefinition definition) {
    return jdbc.sql(
            """
            select trial.id
            from (select cast(:definition as jsonb) as definition) planned
              cross join experiment e join trial on trial.experiment_id = e.id
            where e.definition#>'{dataset,name}' = planned.definition#>'{dataset,name}'
              and (e.definition->'architecture') - 'initialisation'
                = (planned.definition->'architecture') - 'initialisation'
              and e.definition#>'{training,batchSize}' = planned.definition#>'{training,batchSize}'
              and e.definition#>'{training,testEvaluation}'
                = planned.definition#>'{training,testEvaluation}'
              and coalesce(e.definition#>>'{method,name}', :first)
                = coalesce(planned.definition#>>'{method,name}', :first)
            """)
        .param("definition", definitions.write(definition))
        .param("first", Methods.DEFAULT)
        .query(Long.class)
        .list();
  }
}
