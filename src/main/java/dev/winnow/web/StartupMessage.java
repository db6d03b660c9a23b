package dev.winnow.web;

import dev.winnow.dataset.DatasetProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where everything is, once it is there. */
@Component
class StartupMessage {
  private static final Logger log = LoggerFactory.getLogger(StartupMessage.class);

  private final DatasetProperties folders;
  private final Environment environment;

  StartupMessage(DatasetProperties folders, Environment environment) {
    this.folders = folders;
    this.environment = environment;
  }

  @EventListener
  void started(WebServerInitializedEvent event) {
    String address = environment.getProperty("server.address", "127.0.0.1");
    String url = "http://" + address + ":" + event.getWebServer().getPort();
    log.info(
        """
        Winnow is at work.
          dashboard    {}
          OpenAPI UI   {}/swagger-ui/index.html
          data folder  {}\
        """,
        url,
        url,
        folders.dataDir());
  }
}
