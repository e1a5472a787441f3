package org.collporterre.tests.consumer.payara;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.collporterre.model.Initiative;

/** Takes and returns initiatives as native JSON. */
@ApplicationScoped
@Path("initiatives")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InitiativesResource {
  private final ConcurrentSkipListMap<String, Initiative> kept = new ConcurrentSkipListMap<>();

  /** Keeps an initiative. */
  @POST
  public Response keep(@Valid Initiative initiative) {
    kept.put(initiative.header().id(), initiative);
    return Response.status(Response.Status.CREATED).entity(initiative).build();
  }

  /** Returns all that are kept. */
  @GET
  public List<Initiative> all() {
    return List.copyOf(kept.values());
  }

  /** Returns one. */
  @GET
  @Path("{id}")
  public Initiative one(@PathParam("id") String id) {
    Initiative found = kept.get(id);
    if (found == null) {
      throw new NotFoundException();
    }
    return found;
  }
}
