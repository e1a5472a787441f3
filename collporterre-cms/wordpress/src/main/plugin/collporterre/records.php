<?php
/**
 * Records by HTTP: programs write them here, and what people have changed is kept.
 *
 * @package Collporterre
 */

namespace Collporterre;

defined( 'ABSPATH' ) || exit;

const LARGEST = 2 * MB_IN_BYTES;
const ID_FORM = '/^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$/D';

/** The routes that programs write records by. */
function register_routes() {
	$may = function () {
		return current_user_can( 'edit_posts' ) ? true : problem( 'interdit', __( 'Ce compte ne peut pas écrire de fiches.', 'collporterre' ), rest_authorization_required_code() );
	};
	$one = function ( $method, $callback ) use ( $may ) {
		return array(
			'methods'             => $method,
			'permission_callback' => $may,
			'callback'            => __NAMESPACE__ . $callback,
		);
	};
	register_rest_route( 'collporterre/v1', '/records', array( $one( 'GET', '\list_records' ) ) );
	register_rest_route( 'collporterre/v1', '/records/(?P<id>[^/]+)', array( $one( 'GET', '\get_record' ), $one( 'PUT', '\put_record' ), $one( 'DELETE', '\delete_record' ) ) );
}

/** A refusal, in words for who reads it. */
function problem( $code, $message, $status, $more = array() ) {
	return new \WP_Error( "collporterre_$code", $message, array( 'status' => $status ) + $more );
}

/** Returns a page of the records, those in the trash too; 100 at most. */
function list_records( $request ) {
	$size  = max( 1, min( 100, (int) ( $request['per_page'] ?? 100 ) ) );
	$query = new \WP_Query(
		array(
			'post_type'      => KIND,
			'post_status'    => array_keys( get_post_stati() ),
			'meta_key'       => '_collp_id',
			'posts_per_page' => $size,
			'paged'          => max( 1, (int) ( $request['page'] ?? 1 ) ),
			'orderby'        => 'ID',
			'order'          => 'ASC',
		)
	);
	$answer = rest_ensure_response( array_map( __NAMESPACE__ . '\describe', $query->posts ) );
	$answer->header( 'X-WP-Total', (int) $query->found_posts );
	$answer->header( 'X-WP-TotalPages', (int) $query->max_num_pages );
	return $answer;
}

/** Returns the identifier in the address; a body may say another. */
function named_id( $request ) {
	return $request->get_url_params()['id'];
}

/** Returns what is known of one record. */
function get_record( $request ) {
	$posts = find_posts( named_id( $request ), $request['type'] );
	return 1 === count( $posts ) ? answer( $posts[0] ) : not_one( $posts );
}

/** The refusal where not one record is meant. */
function not_one( $posts ) {
	return $posts
		? problem( 'invalide', __( 'Plusieurs fiches ont cet identifiant : le type est attendu.', 'collporterre' ), 400, array( 'champ' => 'type' ) )
		: problem( 'inconnue', __( 'Aucune fiche n’a cet identifiant.', 'collporterre' ), 404 );
}

/** Moves a record to the trash, unless someone else has written it. */
function delete_record( $request ) {
	return alone(
		named_id( $request ),
		function () use ( $request ) {
			$posts = array_filter( find_posts( named_id( $request ), $request['type'] ), fn( $post ) => 'trash' !== $post->post_status );
			$post  = reset( $posts );
			if ( 1 !== count( $posts ) ) {
				return not_one( $posts );
			}
			if ( ! current_user_can( 'delete_post', $post->ID ) ) {
				return problem( 'interdit', __( 'Cette fiche est celle d’une autre personne.', 'collporterre' ), 403 );
			}
			if ( edited( $post ) && ! named( $request, $post ) ) {
				return conflict( $post );
			}
			wp_trash_post( $post->ID );
			update_post_meta( $post->ID, '_collp_retiree', '1' );
			return answer( get_post( $post->ID ), 'retiree' );
		}
	);
}

/** Creates a record or brings it up to date; what a person has changed here is kept. */
function put_record( $request ) {
	$record = read_record( $request );
	if ( is_wp_error( $record ) ) {
		return $record;
	}
	return alone(
		$record['id'],
		function () use ( $request, $record ) {
			$post = find_posts( $record['id'], $record['type'] )[0] ?? null;
			if ( ! current_user_can( ...( $post ? array( 'edit_post', $post->ID ) : array( 'publish_posts' ) ) ) ) {
				return problem( 'interdit', $post ? __( 'Cette fiche est celle d’une autre personne.', 'collporterre' ) : __( 'Ce compte ne peut pas publier.', 'collporterre' ), 403 );
			}
			$back = $post && 'trash' === $post->post_status;
			if ( $post && ( edited( $post ) || ( $back && ! get_post_meta( $post->ID, '_collp_retiree', true ) ) ) && ! named( $request, $post ) ) {
				return conflict( $post );
			}
			$received = hash( 'sha256', json( $record ) );
			if ( $post && ! $back && ! edited( $post ) && get_post_meta( $post->ID, '_collp_recue', true ) === $received ) {
				return answer( $post, 'inchangee' );
			}
			$saved = save( $record, $post, $received );
			return is_wp_error( $saved ) ? $saved : answer( $saved, $post ? 'mise-a-jour' : 'creee' );
		}
	);
}

/** Calls what changes a record while nobody else changes it. */
function alone( $id, $change ) {
	if ( ! preg_match( ID_FORM, $id ) ) {
		return problem( 'invalide', __( 'id : minuscules sans accent, chiffres et tirets, 80 caractères au plus', 'collporterre' ), 400, array( 'champ' => 'id' ) );
	}
	require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
	for ( $i = 0; ! \WP_Upgrader::create_lock( "collporterre_$id", MINUTE_IN_SECONDS ); $i++ ) {
		if ( $i >= 100 ) {
			return problem( 'occupee', __( 'Cette fiche est en cours d’écriture ; réessayez.', 'collporterre' ), 503 );
		}
		usleep( 50000 );
	}
	try {
		return $change();
	} finally {
		\WP_Upgrader::release_lock( "collporterre_$id" );
	}
}

/** Returns the posts of records of an identifier, which each type of record may have once; in the trash too. */
function find_posts( $id, $type = '' ) {
	// WordPress would take an empty value for any.
	if ( ! preg_match( ID_FORM, $id ) ) {
		return array();
	}
	$found = get_posts(
		array(
			'post_type'   => KIND,
			'post_status' => array_keys( get_post_stati() ),
			'meta_key'    => '_collp_id',
			'meta_value'  => $id,
			'numberposts' => count( TYPES ),
			'orderby'     => 'ID',
			'order'       => 'ASC',
		)
	);
	return array_values( array_filter( $found, fn( $post ) => ! $type || get_post_meta( $post->ID, '_collp_type', true ) === $type ) );
}

/** Returns what a person may change of a record, in short. */
function state( $post ) {
	return hash( 'sha256', json( array( $post->post_title, $post->post_content, $post->post_excerpt ) ) );
}

/** Tells whether someone has changed a record since it was last sent. */
function edited( $post ) {
	return get_post_meta( $post->ID, '_collp_ecrite', true ) !== state( $post );
}

/** Tells whether a request names, by If-Match, the very state that it means to write over. */
function named( $request, $post ) {
	return preg_replace( '#^(W/)?"|"$#', '', trim( (string) $request->get_header( 'if_match' ) ) ) === state( $post );
}

/** The refusal to write over what a person has done. */
function conflict( $post ) {
	$message = __( 'Une personne a modifié cette fiche depuis le dernier envoi ; elle est gardée telle quelle.', 'collporterre' );
	return problem( 'modifiee', $message, 409, describe( $post ) );
}

/** Returns what programs need to know of a record. */
function describe( $post ) {
	return array(
		'id'        => get_post_meta( $post->ID, '_collp_id', true ),
		'type'      => get_post_meta( $post->ID, '_collp_type', true ),
		'empreinte' => get_post_meta( $post->ID, '_collp_empreinte', true ),
		'post'      => $post->ID,
		'statut'    => $post->post_status,
		'adresse'   => get_permalink( $post ),
		'etat'      => state( $post ),
		'modifiee'  => edited( $post ),
		// In the trash because a program asked for it; else a person put it there.
		'retiree'   => (bool) get_post_meta( $post->ID, '_collp_retiree', true ),
	);
}

/** Answers with a record, and with what was done. */
function answer( $post, $done = null ) {
	$answer = new \WP_REST_Response( ( $done ? array( 'resultat' => $done ) : array() ) + describe( $post ), 'creee' === $done ? 201 : 200 );
	$answer->header( 'ETag', '"' . state( $post ) . '"' );
	return $answer;
}

/** Returns the record that a request brings, checked; or what is wrong with it. */
function read_record( $request ) {
	$wrong = function ( $field, $expected ) {
		/* translators: 1: name of a field, 2: what it has to be */
		return problem( 'invalide', sprintf( __( '%1$s : %2$s', 'collporterre' ), $field, $expected ), 400, array( 'champ' => $field ) );
	};
	if ( strlen( $request->get_body() ) > LARGEST ) {
		return problem( 'trop_grande', __( 'La fiche est trop grande : 2 Mo au plus.', 'collporterre' ), 413 );
	}
	$body = json_decode( $request->get_body() );
	if ( ! is_object( $body ) ) {
		return $wrong( 'corps', __( 'un objet JSON est attendu', 'collporterre' ) );
	}
	if ( ( $body->id ?? null ) !== named_id( $request ) ) {
		return $wrong( 'id', __( 'l’identifiant de l’adresse est attendu', 'collporterre' ) );
	}
	if ( ! in_array( $body->type ?? null, TYPES, true ) ) {
		return $wrong( 'type', 'initiative, portrait, methodologie' );
	}
	$record = array(
		'id'   => $body->id,
		'type' => $body->type,
	);
	foreach ( array( 'titre' => 300, 'html' => MB_IN_BYTES, 'resume' => 5000, 'lien' => 2000, 'empreinte' => 200 ) as $field => $size ) {
		$text = $body->$field ?? '';
		if ( ! is_string( $text ) || mb_strlen( $text ) > $size ) {
			/* translators: %d: number of characters */
			return $wrong( $field, sprintf( __( 'un texte de %d caractères au plus', 'collporterre' ), $size ) );
		}
		$record[ $field ] = 'html' === $field ? $text : one_line( $text );
	}
	if ( '' === $record['titre'] ) {
		return $wrong( 'titre', __( 'un texte est attendu', 'collporterre' ) );
	}
	if ( '' !== $record['lien'] && ! preg_match( '#^https?://[^\s"\'<>\\\\]+$#iD', $record['lien'] ) ) {
		return $wrong( 'lien', __( 'une adresse http ou https est attendue', 'collporterre' ) );
	}
	foreach ( TAXONOMIES as $field => $taxonomy ) {
		$record[ $field ] = array();
		$items            = $body->$field ?? array();
		foreach ( is_array( $items ) && count( $items ) <= 50 ? $items : array( null ) as $item ) {
			$name = is_object( $item ) ? $item->nom ?? null : $item;
			$code = is_object( $item ) ? $item->code ?? null : $item;
			if ( ! is_string( $name ) || ! is_string( $code ) || mb_strlen( plain( $name ) ) > 200 || mb_strlen( $code ) > 200 ) {
				return $wrong( $field, __( 'une liste de 50 textes au plus, ou d’objets avec code et nom, de 200 caractères au plus', 'collporterre' ) );
			}
			if ( '' !== one_line( $name ) ) {
				$record[ $field ][ slug( $code ) ] = one_line( $name );
			}
		}
	}
	foreach ( array( 'latitude' => 90, 'longitude' => 180 ) as $field => $most ) {
		$number = $body->$field ?? null;
		if ( null !== $number && ( ! ( is_int( $number ) || is_float( $number ) ) || abs( $number ) > $most ) ) {
			/* translators: 1: lowest number, 2: highest number */
			return $wrong( $field, sprintf( __( 'un nombre de %1$d à %2$d est attendu', 'collporterre' ), -$most, $most ) );
		}
		$record[ $field ] = null === $number ? null : (float) $number;
	}
	if ( ( null === $record['latitude'] ) !== ( null === $record['longitude'] ) ) {
		return $wrong( 'longitude', __( 'latitude et longitude vont ensemble', 'collporterre' ) );
	}
	$linked = is_string( $body->jsonld ?? null ) ? json_decode( $body->jsonld ) : $body->jsonld ?? null;
	if ( null !== ( $body->jsonld ?? null ) && ! is_object( $linked ) && ! is_array( $linked ) ) {
		return $wrong( 'jsonld', __( 'un document JSON-LD est attendu', 'collporterre' ) );
	}
	$record['jsonld'] = null === $linked ? '' : json( $linked );
	return $record;
}

/** Returns a text without what is not seen: control characters, and those that turn the direction of writing. */
function one_line( $text ) {
	return trim( preg_replace( '/[\p{Cc}\x{200E}\x{200F}\x{2028}-\x{202E}\x{2066}-\x{2069}\s]+/u', ' ', $text ) );
}

/** Returns a text as HTML that shows it, and that WordPress takes for nothing else. */
function plain( $text ) {
	return strtr( htmlspecialchars( $text, ENT_QUOTES, 'UTF-8' ), array( '[' => '&#091;', ']' => '&#093;' ) );
}

/** Returns HTML with what any author may use, in which nothing is a block, a shortcode or an address to embed. */
function harmless( $html ) {
	$allowed = array_diff_key( wp_kses_allowed_html( 'post' ), array_flip( array( 'form', 'input', 'textarea', 'select', 'button', 'object', 'audio', 'video', 'track' ) ) );
	$parts   = wp_html_split( force_balance_tags( wp_kses( wp_check_invalid_utf8( $html ), $allowed ) ) );
	foreach ( $parts as $i => $part ) {
		if ( 0 === strpos( $part, '<!' ) ) {
			$parts[ $i ] = '';
		} else {
			$parts[ $i ] = strtr( $part, array( '[' => '&#091;', ']' => '&#093;' ) + ( 0 === strpos( $part, '<' ) ? array() : array( '://' => '&#058;//' ) ) );
		}
	}
	return implode( '', $parts );
}

/** Returns a text as part of an address; what has no letter a number of its own. */
function slug( $text ) {
	$slug = sanitize_title( $text );
	return '' === $slug ? 'x-' . substr( md5( $text ), 0, 12 ) : $slug;
}

/** Returns the numbers of terms, those that are new made. */
function terms( $names, $taxonomy ) {
	$numbers = array();
	foreach ( $names as $slug => $name ) {
		$term = get_term_by( 'slug', (string) $slug, $taxonomy );
		$made = $term ? array( 'term_id' => $term->term_id ) : wp_insert_term( wp_slash( plain( $name ) ), $taxonomy, array( 'slug' => (string) $slug ) );
		// Someone else has made it meanwhile.
		$numbers[] = (int) ( is_wp_error( $made ) ? $made->get_error_data( 'term_exists' ) : $made['term_id'] );
	}
	return array_filter( $numbers );
}

/** Writes a record into its post, or into a new one. */
function save( $record, $post, $received ) {
	$values = array(
		'post_type'    => KIND,
		'post_title'   => plain( $record['titre'] ),
		'post_content' => "<!-- wp:html -->\n" . harmless( $record['html'] ) . "\n<!-- /wp:html -->",
		'post_excerpt' => plain( $record['resume'] ),
	);
	if ( ! $post || 'trash' === $post->post_status ) {
		$values += array(
			'post_name'   => $record['id'],
			'post_status' => 'publish',
		);
	}
	$number = $post ? wp_update_post( wp_slash( array( 'ID' => $post->ID ) + $values ), true ) : wp_insert_post( wp_slash( $values ), true );
	if ( is_wp_error( $number ) ) {
		return $number;
	}
	foreach ( TAXONOMIES as $field => $taxonomy ) {
		wp_set_object_terms( $number, terms( $record[ $field ], $taxonomy ), $taxonomy );
	}
	$metas = array(
		'id'        => $record['id'],
		'type'      => $record['type'],
		'empreinte' => $record['empreinte'],
		'lien'      => $record['lien'],
		'lieu'      => null === $record['latitude'] ? '' : $record['latitude'] . ' ' . $record['longitude'],
		'jsonld'    => $record['jsonld'],
		'recue'     => $received,
		'ecrite'    => state( get_post( $number ) ),
	);
	foreach ( $metas as $name => $value ) {
		update_post_meta( $number, "_collp_$name", wp_slash( $value ) );
	}
	foreach ( array( '_collp_retiree', '_wp_trash_meta_status', '_wp_trash_meta_time', '_wp_desired_post_slug' ) as $name ) {
		delete_post_meta( $number, $name );
	}
	return get_post( $number );
}
